using System.Security.Authentication;

namespace ActorSockets.IO.Encryption;

/// <summary>Says in words why TLS has failed: what .NET says is mostly "see inner exception".</summary>
internal static class TlsFailures
{
    public static string Describe(Exception failure)
    {
        var messages = new List<string>();
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is not AuthenticationException { InnerException: not null })
            {
                messages.Add(cause.Message.TrimEnd('.'));
            }
        }

        return $"TLS has failed: {string.Join(": ", messages)}.";
    }
}
