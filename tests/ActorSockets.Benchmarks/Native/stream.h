// A connection's bytes: a socket's, or, compiled with -DTLS, those of a TLS 1.3 session on it that trusts anybody.
#ifdef TLS
#include <openssl/ssl.h>

typedef SSL *stream;

static inline stream open_stream(int fd)
{
    static SSL_CTX *context;
    if (!context) {
        context = SSL_CTX_new(TLS_client_method());
        SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
        SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    }

    SSL *ssl = SSL_new(context);
    SSL_set_fd(ssl, fd);
    if (SSL_connect(ssl) != 1) {
        fprintf(stderr, "the handshake failed\n");
        exit(1);
    }

    return ssl;
}

// As recv and send on a socket that does not block.
static inline ssize_t blocked_or_failed(stream s, int result)
{
    int error = SSL_get_error(s, result);
    if (error == SSL_ERROR_ZERO_RETURN)
        return 0;
    errno = error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE ? EAGAIN : EPROTO;
    return -1;
}

static inline ssize_t receive_some(stream s, void *to, size_t most)
{
    int got = SSL_read(s, to, (int)most);
    return got > 0 ? got : blocked_or_failed(s, got);
}

static inline ssize_t send_some(stream s, const void *from, size_t most)
{
    int sent = SSL_write(s, from, (int)most);
    return sent > 0 ? sent : blocked_or_failed(s, sent);
}

// What was decrypted already makes no event.
static inline int has_more(stream s)
{
    return SSL_pending(s) > 0;
}
#else
typedef int stream;

static inline stream open_stream(int fd)
{
    return fd;
}

static inline ssize_t receive_some(stream s, void *to, size_t most)
{
    return recv(s, to, most, 0);
}

static inline ssize_t send_some(stream s, const void *from, size_t most)
{
    return send(s, from, most, MSG_NOSIGNAL);
}

static inline int has_more(stream s)
{
    (void)s;
    return 0;
}
#endif
