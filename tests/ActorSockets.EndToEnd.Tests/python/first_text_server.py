import socket
import sys
# Create a TCP socket
server_socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
# Bind to address and port
server_socket.bind((sys.argv[1], int(sys.argv[2])))
# Start listening (max 5 connections in queue)
server_socket.listen(5)
print("Server started. Waiting for connections...")
while True:
    # Accept a connection
    client_socket, address = server_socket.accept()
    print(f"Connection from {address}")
    # Receive a message
    message = client_socket.recv(1024).decode('utf-8')
    print(f"Received message: {message}")
    # Send a response
    client_socket.send("Hello from server!".encode('utf-8'))
    # Close the client connection
    client_socket.close()
