# Client socket
import socket
import sys
client = socket.socket()
client.connect((sys.argv[1], int(sys.argv[2])))
