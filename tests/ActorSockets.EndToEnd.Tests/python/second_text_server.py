# Server socket
import socket
import sys
server = socket.socket()
server.bind((sys.argv[1], int(sys.argv[2])))
server.listen()
