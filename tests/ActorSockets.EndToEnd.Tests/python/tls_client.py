import socket
import ssl
import sys

# Trusts the server's own certificate, and nobody else
context = ssl.create_default_context(cafile=sys.argv[3])
with socket.create_connection((sys.argv[1], int(sys.argv[2]))) as plain:
    with context.wrap_socket(plain, server_hostname="localhost") as client:
        client.sendall("Hello, TLS!".encode('utf-8'))
        print(f"Server response: {client.recv(1024).decode('utf-8')} ({client.version()})")
        client.unwrap()
