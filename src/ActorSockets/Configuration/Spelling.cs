namespace ActorSockets.Configuration;

/// <summary>Guesses which of several words was meant.</summary>
internal static class Spelling
{
    /// <summary>The word that takes the fewest edits to reach; null when that is more than half of its
    /// letters.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(candidate => (Word: candidate, Edits: Edits(word, candidate)))
        .Where(candidate => candidate.Edits <= Math.Max(2, candidate.Word.Length / 2))
        .OrderBy(candidate => candidate.Edits)
        .Select(candidate => candidate.Word)
        .FirstOrDefault();

    /// <summary>Letters to insert, delete or exchange (Levenshtein), row by row.</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var exchange = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchange, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
