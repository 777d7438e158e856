// Opens connections, uses each for one message there and back, and closes it: so many at a time, one thread, one epoll
// set. Prints one line of key=value pairs.
//   churn PORT AT_A_TIME SIZE WARM_UP_SECONDS MEASURED_SECONDS SERVER_PID
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>
#include "client.h"

enum { EVENTS = 256, MAX_SIZE = 64 * 1024 };

struct connection {
    int fd;
    int is_connected;
    int received;
};

static int poller, port, size;
static unsigned long served, started;
static char output[MAX_SIZE], input[MAX_SIZE];

static void begin(struct connection *c)
{
    // A connection that its opener closes keeps the pair of ports for a minute: with more addresses there are more pairs.
    c->fd = start_connecting(port, started++ % 200);
    c->is_connected = 0;
    c->received = 0;
    struct epoll_event event = { .events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = c };
    if (epoll_ctl(poller, EPOLL_CTL_ADD, c->fd, &event) < 0)
        die("epoll_ctl");
}

static void on_writable(struct connection *c)
{
    if (c->is_connected)
        return;
    check_connected(c->fd);
    c->is_connected = 1;
    if (send(c->fd, output, size, MSG_NOSIGNAL) != size)
        die("send");
}

static void on_readable(struct connection *c)
{
    ssize_t got = recv(c->fd, input, sizeof input, 0);
    if (got < 0 && errno == EAGAIN)
        return;
    if (got <= 0)
        die(got == 0 ? "the server closed a connection" : "recv");
    c->received += got;
    if (c->received < size)
        return;
    close(c->fd);
    served++;
    begin(c);
}

static void run_until(double end)
{
    struct epoll_event events[EVENTS];
    while (seconds() < end) {
        int count = epoll_wait(poller, events, EVENTS, 100);
        for (int i = 0; i < count; i++) {
            struct connection *c = events[i].data.ptr;
            if (events[i].events & EPOLLOUT)
                on_writable(c);
            if (events[i].events & EPOLLIN)
                on_readable(c);
        }
    }
}

int main(int argc, char **argv)
{
    if (argc != 7) {
        fprintf(stderr, "churn PORT AT_A_TIME SIZE WARM_UP_SECONDS MEASURED_SECONDS SERVER_PID\n");
        return 2;
    }

    port = atoi(argv[1]);
    int at_a_time = atoi(argv[2]), server = atoi(argv[6]);
    size = atoi(argv[3]);
    poller = epoll_create1(0);
    struct connection *all = calloc(at_a_time, sizeof *all);
    for (int i = 0; i < at_a_time; i++)
        begin(&all[i]);

    run_until(seconds() + atof(argv[4]));
    unsigned long before = served;
    double start = seconds(), cpu = cpu_of(server);
    run_until(start + atof(argv[5]));
    printf("connections=%lu seconds=%.6f server_cpu=%.6f\n", served - before, seconds() - start, cpu_of(server) - cpu);
    return 0;
}
