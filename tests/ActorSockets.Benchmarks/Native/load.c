// The load generator: one thread, one epoll set. Each connection keeps as many messages in flight as it is told; every
// byte that comes back is compared with what was sent. Prints one line of key=value pairs.
// Compiled with -DTLS it does so over TLS.
//   load PORT CONNECTIONS SIZE IN_FLIGHT WARM_UP_SECONDS MEASURED_SECONDS SERVER_PID
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include "client.h"
#include "stream.h"

enum {
    EVENTS = 256,
    READ = 256 * 1024,
    PERIOD = 251,           // the stream's byte number n is n modulo this: a prime, so that no message starts alike
    SUB = 64,               // latencies are kept with a precision of one in 64
    BUCKETS = 40 * SUB
};

struct connection {
    int fd;
    stream stream;
    int blocked;            // waits for EPOLLOUT
    uint64_t queued;        // bytes of messages that were begun
    uint64_t sent;
    uint64_t received;
    uint64_t served;        // messages that came back while measuring
    uint64_t *begun;        // ring: when each message in flight was begun
};

struct reading {
    double at, load_cpu, server_cpu;
};

static int poller, size, in_flight, server;
static char *pattern, *input;
static uint64_t latencies[BUCKETS];
static int measuring;

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000ull + time.tv_nsec;
}

static struct reading take_reading(void)
{
    struct rusage own;
    getrusage(RUSAGE_SELF, &own);
    double load = own.ru_utime.tv_sec + own.ru_stime.tv_sec + (own.ru_utime.tv_usec + own.ru_stime.tv_usec) / 1e6;
    return (struct reading) { now() / 1e9, load, cpu_of(server) };
}

static int bucket_of(uint64_t nanoseconds)
{
    if (nanoseconds < SUB)
        return (int)nanoseconds;
    int shift = 63 - __builtin_clzll(nanoseconds) - 6;
    int bucket = (shift + 1) * SUB + (int)((nanoseconds >> shift) - SUB);
    return bucket < BUCKETS ? bucket : BUCKETS - 1;
}

static double microseconds_of(int bucket)
{
    if (bucket < SUB)
        return bucket / 1e3;
    int shift = bucket / SUB - 1;
    return (double)(((uint64_t)(bucket % SUB) + SUB) << shift) / 1e3;
}

static double percentile(double part, uint64_t total)
{
    uint64_t wanted = (uint64_t)(part * total), seen = 0;
    for (int i = 0; i < BUCKETS; i++) {
        seen += latencies[i];
        if (seen > wanted)
            return microseconds_of(i);
    }

    return 0;
}

static void watch(struct connection *c, int operation, unsigned events)
{
    struct epoll_event event = { .events = events, .data.ptr = c };
    if (epoll_ctl(poller, operation, c->fd, &event) < 0)
        die("epoll_ctl");
}

static void begin(struct connection *c, int messages, uint64_t at)
{
    for (int i = 0; i < messages; i++, c->queued += size)
        c->begun[c->queued / size % in_flight] = at;
}

static void send_queued(struct connection *c)
{
    while (c->sent < c->queued) {
        ssize_t done = send_some(c->stream, pattern + c->sent % PERIOD, c->queued - c->sent);
        if (done < 0 && errno == EAGAIN) {
            if (!c->blocked)
                watch(c, EPOLL_CTL_MOD, EPOLLIN | EPOLLOUT);
            c->blocked = 1;
            return;
        }

        if (done < 0)
            die("send");
        c->sent += done;
    }

    if (c->blocked)
        watch(c, EPOLL_CTL_MOD, EPOLLIN);
    c->blocked = 0;
}

static void receive(struct connection *c)
{
    ssize_t got = receive_some(c->stream, input, READ);
    if (got < 0 && errno == EAGAIN)
        return;
    if (got <= 0)
        die(got == 0 ? "the server closed a connection" : "recv");
    if (memcmp(input, pattern + c->received % PERIOD, got) != 0) {
        fprintf(stderr, "a connection got other bytes than it sent\n");
        exit(1);
    }

    uint64_t before = c->received / size, at = now();
    c->received += got;
    uint64_t after = c->received / size;
    if (measuring) {
        for (uint64_t i = before; i < after; i++)
            latencies[bucket_of(at - c->begun[i % in_flight])]++;
        c->served += after - before;
    }

    begin(c, (int)(after - before), at);
    send_queued(c);
}

static void run_until(uint64_t end)
{
    struct epoll_event events[EVENTS];
    while (now() < end) {
        int count = epoll_wait(poller, events, EVENTS, 100);
        for (int i = 0; i < count; i++) {
            struct connection *c = events[i].data.ptr;
            if (events[i].events & EPOLLOUT)
                send_queued(c);
            if (events[i].events & ~EPOLLOUT) {
                do
                    receive(c);
                while (has_more(c->stream));
            }
        }
    }
}

static void open_connection(struct connection *c, int port)
{
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)
    };
    int on = 1;
    c->fd = socket(AF_INET, SOCK_STREAM, 0);
    if (c->fd < 0 || connect(c->fd, (struct sockaddr *)&address, sizeof address) < 0)
        die("connect");
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    c->stream = open_stream(c->fd);
    fcntl(c->fd, F_SETFL, O_NONBLOCK);
    c->begun = calloc(in_flight, sizeof *c->begun);
    watch(c, EPOLL_CTL_ADD, EPOLLIN);
}

static int by_served(const void *a, const void *b)
{
    uint64_t left = ((const struct connection *)a)->served, right = ((const struct connection *)b)->served;
    return left < right ? -1 : left > right;
}

static void report(struct connection *all, int connections, struct reading start, struct reading end)
{
    uint64_t total = 0;
    for (int i = 0; i < connections; i++)
        total += all[i].served;
    qsort(all, connections, sizeof *all, by_served);
    printf("messages=%llu seconds=%.6f p50=%.2f p99=%.2f p999=%.2f least=%llu median=%llu load_cpu=%.6f "
           "server_cpu=%.6f\n",
           (unsigned long long)total, end.at - start.at,
           percentile(0.5, total), percentile(0.99, total), percentile(0.999, total),
           (unsigned long long)all[0].served, (unsigned long long)all[connections / 2].served,
           end.load_cpu - start.load_cpu, end.server_cpu - start.server_cpu);
}

int main(int argc, char **argv)
{
    if (argc != 8) {
        fprintf(stderr, "load PORT CONNECTIONS SIZE IN_FLIGHT WARM_UP_SECONDS MEASURED_SECONDS SERVER_PID\n");
        return 2;
    }

    int port = atoi(argv[1]), connections = atoi(argv[2]);
    size = atoi(argv[3]);
    in_flight = atoi(argv[4]);
    server = atoi(argv[7]);
    poller = epoll_create1(0);
    input = malloc(READ);

    // Long enough for whatever is sent or received at once, from any place in the period.
    size_t length = PERIOD + (size_t)size * in_flight + READ;
    pattern = malloc(length);
    for (size_t i = 0; i < length; i++)
        pattern[i] = (char)(i % PERIOD);

    struct connection *all = calloc(connections, sizeof *all);
    for (int i = 0; i < connections; i++)
        open_connection(&all[i], port);
    for (int i = 0; i < connections; i++) {
        begin(&all[i], in_flight, now());
        send_queued(&all[i]);
    }

    run_until(now() + (uint64_t)(atof(argv[5]) * 1e9));
    measuring = 1;
    struct reading start = take_reading();
    run_until(now() + (uint64_t)(atof(argv[6]) * 1e9));
    report(all, connections, start, take_reading());
    return 0;
}
