// The reference: an echo server with one thread, one epoll set and no frills. Prints its port, and runs until its
// standard input ends.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BUFFER = 64 * 1024, EVENTS = 256 };

// What the peer has not taken yet: only then is there anything to remember about a connection.
struct connection {
    int fd;
    size_t from, to;
    char *pending;
};

static int poller;
static char buffer[BUFFER];

static void die(const char *what)
{
    perror(what);
    exit(1);
}

static void watch(struct connection *c, int operation, unsigned events)
{
    struct epoll_event event = { .events = events, .data.ptr = c };
    if (epoll_ctl(poller, operation, c->fd, &event) < 0)
        die("epoll_ctl");
}

static void drop(struct connection *c)
{
    close(c->fd);
    free(c->pending);
    free(c);
}

static void accept_one(int listener)
{
    int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (fd < 0)
        return;

    int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    struct connection *c = calloc(1, sizeof *c);
    c->fd = fd;
    watch(c, EPOLL_CTL_ADD, EPOLLIN);
}

static void on_readable(struct connection *c)
{
    ssize_t got = read(c->fd, buffer, sizeof buffer);
    if (got <= 0) {
        if (got == 0 || errno != EAGAIN)
            drop(c);
        return;
    }

    ssize_t sent = write(c->fd, buffer, got);
    if (sent < 0 && errno != EAGAIN) {
        drop(c);
        return;
    }

    if (sent < 0)
        sent = 0;
    if (sent == got)
        return;

    // Nothing is read before the rest is gone.
    c->pending = malloc(got - sent);
    memcpy(c->pending, buffer + sent, got - sent);
    c->from = 0;
    c->to = got - sent;
    watch(c, EPOLL_CTL_MOD, EPOLLOUT);
}

static void on_writable(struct connection *c)
{
    ssize_t sent = write(c->fd, c->pending + c->from, c->to - c->from);
    if (sent < 0) {
        if (errno != EAGAIN)
            drop(c);
        return;
    }

    c->from += sent;
    if (c->from < c->to)
        return;

    free(c->pending);
    c->pending = NULL;
    watch(c, EPOLL_CTL_MOD, EPOLLIN);
}

static int listen_on_loopback(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t size = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, size) < 0 || listen(fd, 1024) < 0)
        die("listen");

    getsockname(fd, (struct sockaddr *)&address, &size);
    printf("port %d\n", ntohs(address.sin_port));
    fflush(stdout);
    return fd;
}

int main(void)
{
    poller = epoll_create1(0);
    struct connection listener = { .fd = listen_on_loopback() }, input = { .fd = 0 };
    watch(&listener, EPOLL_CTL_ADD, EPOLLIN);
    watch(&input, EPOLL_CTL_ADD, EPOLLIN);

    struct epoll_event events[EVENTS];
    for (;;) {
        int count = epoll_wait(poller, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            struct connection *c = events[i].data.ptr;
            if (c == &input)
                return 0;
            if (c == &listener)
                accept_one(listener.fd);
            else if (c->pending)
                on_writable(c);
            else
                on_readable(c);
        }
    }
}
