// Opens connections, sends and receives one message on each, says "ready", and keeps them until its input ends.
//   idle PORT CONNECTIONS SIZE
#define _GNU_SOURCE
#include <poll.h>
#include "client.h"

enum { MAX_SIZE = 64 * 1024 };

static void wait_for(int fd, short events)
{
    struct pollfd wanted = { .fd = fd, .events = events };
    if (poll(&wanted, 1, 30000) != 1)
        die("the server does not answer");
}

static void use_once(int fd, int size)
{
    static char message[MAX_SIZE];
    wait_for(fd, POLLOUT);
    check_connected(fd);
    if (send(fd, message, size, MSG_NOSIGNAL) != size)
        die("send");
    for (int received = 0; received < size;) {
        wait_for(fd, POLLIN);
        ssize_t got = recv(fd, message, sizeof message, 0);
        if (got <= 0)
            die("recv");
        received += got;
    }
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "idle PORT CONNECTIONS SIZE\n");
        return 2;
    }

    int port = atoi(argv[1]), connections = atoi(argv[2]), size = atoi(argv[3]);
    for (int i = 0; i < connections; i++)
        use_once(start_connecting(port, i % 200), size);
    printf("ready\n");
    fflush(stdout);
    while (getchar() != EOF)
        ;
    return 0;
}
