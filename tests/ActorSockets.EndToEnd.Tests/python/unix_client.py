import socket
import sys

client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
client.connect(sys.argv[1])
client.sendall("Hello, Unix!".encode("utf-8"))
client.shutdown(socket.SHUT_WR)
answer = b""
while piece := client.recv(1024):
    answer += piece
print("Server response:", answer.decode("utf-8"))
client.close()
