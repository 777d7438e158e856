// The load generator for datagrams: one thread, one epoll set. Each peer, a UDP socket of its own, keeps as many messages
// in flight as it is told; every byte that comes back is compared with what was sent. A peer that has heard nothing for a
// while counts what it waits for as lost, and begins anew. Prints one line of key=value pairs.
//   datagram_load PORT PEERS SIZE IN_FLIGHT WARM_UP_SECONDS MEASURED_SECONDS SERVER_PID
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include "client.h"

enum {
    EVENTS = 256,
    MAX_SIZE = 64 * 1024,
    SUB = 64,               // latencies are kept with a precision of one in 64
    BUCKETS = 40 * SUB
};

static const uint64_t PATIENCE = 200 * 1000 * 1000;

struct peer {
    int fd;
    uint32_t next;          // number of the next message
    uint32_t first;         // number of the oldest that is not given up
    int waiting;
    uint64_t heard;
    uint64_t served;
    uint64_t *begun;        // ring: when each message in flight was sent
};

static int poller, size, in_flight, measuring;
static unsigned char output[MAX_SIZE], input[MAX_SIZE];
static uint64_t latencies[BUCKETS], lost;

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000ull + time.tv_nsec;
}

static int bucket_of(uint64_t nanoseconds)
{
    if (nanoseconds < SUB)
        return (int)nanoseconds;
    int shift = 63 - __builtin_clzll(nanoseconds) - 6;
    int bucket = (shift + 1) * SUB + (int)((nanoseconds >> shift) - SUB);
    return bucket < BUCKETS ? bucket : BUCKETS - 1;
}

static double percentile(double part, uint64_t total)
{
    uint64_t wanted = (uint64_t)(part * total), seen = 0;
    for (int i = 0; i < BUCKETS; i++) {
        seen += latencies[i];
        if (seen > wanted)
            return i < SUB ? i / 1e3 : (double)(((uint64_t)(i % SUB) + SUB) << (i / SUB - 1)) / 1e3;
    }

    return 0;
}

// The number, then bytes that differ from message to message.
static void compose(unsigned char *message, uint32_t number)
{
    memcpy(message, &number, sizeof number);
    memset(message + sizeof number, number % 251, size - sizeof number);
}

static void send_one(struct peer *p, uint64_t at)
{
    compose(output, p->next);
    p->begun[p->next % in_flight] = at;
    if (send(p->fd, output, size, 0) < 0)
        die("send");
    p->next++;
    p->waiting++;
}

static void fill(struct peer *p, uint64_t at)
{
    while (p->waiting < in_flight)
        send_one(p, at);
}

static void give_up(struct peer *p, uint64_t at)
{
    if (measuring)
        lost += p->waiting;
    p->first = p->next;
    p->waiting = 0;
    p->heard = at;
    fill(p, at);
}

static void receive(struct peer *p)
{
    for (;;) {
        ssize_t got = recv(p->fd, input, sizeof input, MSG_DONTWAIT);
        if (got < 0 && errno == EAGAIN)
            return;
        if (got < 0)
            die("recv");
        uint32_t number;
        memcpy(&number, input, sizeof number);
        compose(output, number);
        if (got != size || memcmp(input, output, size) != 0) {
            fprintf(stderr, "a peer got another message than it sent\n");
            exit(1);
        }

        uint64_t at = now();
        p->heard = at;
        if ((int32_t)(number - p->first) < 0)
            continue;
        if (measuring) {
            latencies[bucket_of(at - p->begun[number % in_flight])]++;
            p->served++;
        }

        p->waiting--;
        send_one(p, at);
    }
}

static void run_until(struct peer *all, int peers, uint64_t end)
{
    struct epoll_event events[EVENTS];
    uint64_t look = now() + PATIENCE;
    for (uint64_t at; (at = now()) < end;) {
        int count = epoll_wait(poller, events, EVENTS, 50);
        for (int i = 0; i < count; i++)
            receive(events[i].data.ptr);
        if (at < look)
            continue;
        look = at + PATIENCE;
        for (int i = 0; i < peers; i++)
            if (at > all[i].heard + PATIENCE)
                give_up(&all[i], at);
    }
}

static void open_peer(struct peer *p, int port)
{
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)
    };
    p->fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (p->fd < 0 || connect(p->fd, (struct sockaddr *)&address, sizeof address) < 0)
        die("connect");
    p->begun = calloc(in_flight, sizeof *p->begun);
    p->heard = now();
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = p };
    if (epoll_ctl(poller, EPOLL_CTL_ADD, p->fd, &event) < 0)
        die("epoll_ctl");
}

static double own_cpu(void)
{
    struct rusage own;
    getrusage(RUSAGE_SELF, &own);
    return own.ru_utime.tv_sec + own.ru_stime.tv_sec + (own.ru_utime.tv_usec + own.ru_stime.tv_usec) / 1e6;
}

static int by_served(const void *a, const void *b)
{
    uint64_t left = ((const struct peer *)a)->served, right = ((const struct peer *)b)->served;
    return left < right ? -1 : left > right;
}

int main(int argc, char **argv)
{
    if (argc != 8) {
        fprintf(stderr, "datagram_load PORT PEERS SIZE IN_FLIGHT WARM_UP_SECONDS MEASURED_SECONDS SERVER_PID\n");
        return 2;
    }

    int peers = atoi(argv[2]), server = atoi(argv[7]);
    size = atoi(argv[3]);
    in_flight = atoi(argv[4]);
    poller = epoll_create1(0);
    struct peer *all = calloc(peers, sizeof *all);
    for (int i = 0; i < peers; i++)
        open_peer(&all[i], atoi(argv[1]));
    for (int i = 0; i < peers; i++)
        fill(&all[i], now());

    run_until(all, peers, now() + (uint64_t)(atof(argv[5]) * 1e9));
    measuring = 1;
    double start = seconds(), load_cpu = own_cpu(), server_cpu = cpu_of(server);
    run_until(all, peers, now() + (uint64_t)(atof(argv[6]) * 1e9));
    double end = seconds();
    load_cpu = own_cpu() - load_cpu;
    server_cpu = cpu_of(server) - server_cpu;

    uint64_t total = 0;
    for (int i = 0; i < peers; i++)
        total += all[i].served;
    qsort(all, peers, sizeof *all, by_served);
    printf("messages=%llu seconds=%.6f p50=%.2f p99=%.2f p999=%.2f least=%llu median=%llu load_cpu=%.6f "
           "server_cpu=%.6f lost=%llu\n",
           (unsigned long long)total, end - start,
           percentile(0.5, total), percentile(0.99, total), percentile(0.999, total),
           (unsigned long long)all[0].served, (unsigned long long)all[peers / 2].served,
           load_cpu, server_cpu, (unsigned long long)lost);
    return 0;
}
