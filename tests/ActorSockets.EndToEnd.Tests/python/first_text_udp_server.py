import socket
import sys
# Create a UDP socket
server_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
# Bind to address and port
server_socket.bind((sys.argv[1], int(sys.argv[2])))
print("UDP server started. Waiting for messages...")
while True:
    # Receive a message
    message, address = server_socket.recvfrom(1024)
    print(f"Received message: {message.decode('utf-8')}")
    # Send a response
    server_socket.sendto("Hello from UDP server!".encode('utf-8'), address)
