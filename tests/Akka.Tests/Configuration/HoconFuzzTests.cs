using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Akka.Tests.Configuration;

public class HoconFuzzTests
{
    private const int Seed = 20_240_917;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    private const string Wellformed = """"
        # A bit of everything
        akka { loglevel = DEBUG, actor.ask-timeout = 10s }
        list = [1, 2 3, "four", { x = ${akka.loglevel} }] [${?NO_SUCH_VARIABLE}]
        list += ${list-item}
        list-item { "quoted key" : """raw "text""" , b = ${?list-item.c}d, b = ${list-item.b}e }
        merged = ${akka} { more = "\u00e9\n" } // end
        """";

    [Fact]
    public void Throws_nothing_but_its_own_exception_whatever_words_it_reads()
    {
        foreach (var text in HoconGenerators.Words.Sample(20_000, new Rnd(Seed), 16).TakeWhile(WithinBudget<string>()))
            Parse(text);
    }

    [Fact]
    public void Throws_nothing_but_its_own_exception_when_a_good_text_is_damaged()
    {
        Assert.True(Parse(Wellformed));
        var random = new Random(Seed);
        foreach (var _ in Enumerable.Range(0, 20_000).TakeWhile(WithinBudget<int>()))
            Parse(Damage(Wellformed, random));
    }

    private static Func<T, bool> WithinBudget<T>()
    {
        var clock = Stopwatch.StartNew();
        return _ => clock.Elapsed < Budget;
    }

    private static bool Parse(string text)
    {
        try
        {
            Akka.Configuration.ConfigurationFactory.ParseString(text, null).ToString();
            return true;
        }
        catch (Exception e) when (e is Akka.Configuration.ConfigurationException or FormatException)
        {
            Assert.Matches("line [0-9]+, column [0-9]+: ", e.Message);
            return false;
        }
    }

    /// <summary>Deletes, doubles, swaps or overwrites a few pieces of the text.</summary>
    private static string Damage(string text, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(8, text.Length - at));
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                _ => text.Remove(at, 1).Insert(at, "{}[]\"$,=\n#\\.+"[random.Next(13)].ToString()),
            };
        }

        return text;
    }
}
