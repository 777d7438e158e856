import socket
import sys
# Create a client socket
client_socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
# Connect to the server
client_socket.connect((sys.argv[1], int(sys.argv[2])))
# Send a message
client_socket.send("Hello, server!".encode('utf-8'))
# Receive a response
response = client_socket.recv(1024).decode('utf-8')
print(f"Server response: {response}")
# Close the connection
client_socket.close()
