// The reference for datagrams: one thread, one UDP socket, a loop of recvmsg and sendmsg. Prints its port, and runs until
// its standard input ends.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char buffer[64 * 1024];

static void die(const char *what)
{
    perror(what);
    exit(1);
}

// A process of its own waits for the end of the input, so that the loop need not look.
static void end_with_input(void)
{
    pid_t server = getpid();
    if (fork() != 0)
        return;
    char text[64];
    while (read(0, text, sizeof text) > 0)
        ;
    kill(server, SIGKILL);
    _exit(0);
}

static int open_on_loopback(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t size = sizeof address;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, size) < 0)
        die("bind");

    getsockname(fd, (struct sockaddr *)&address, &size);
    printf("port %d\n", ntohs(address.sin_port));
    fflush(stdout);
    return fd;
}

int main(void)
{
    end_with_input();
    int fd = open_on_loopback();
    for (;;) {
        struct sockaddr_in peer;
        struct iovec piece = { .iov_base = buffer, .iov_len = sizeof buffer };
        struct msghdr message = {
            .msg_name = &peer, .msg_namelen = sizeof peer, .msg_iov = &piece, .msg_iovlen = 1
        };
        ssize_t got = recvmsg(fd, &message, 0);
        if (got < 0)
            die("recvmsg");
        piece.iov_len = got;
        sendmsg(fd, &message, 0);
    }
}
