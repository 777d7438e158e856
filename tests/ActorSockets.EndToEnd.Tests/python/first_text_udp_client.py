import socket
import sys
# Create a UDP socket
client_socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
# Send a message
client_socket.sendto("Hello, UDP server!".encode('utf-8'), (sys.argv[1], int(sys.argv[2])))
# Receive a response
response, address = client_socket.recvfrom(1024)
print(f"Server response: {response.decode('utf-8')}")
# Close the socket
client_socket.close()
