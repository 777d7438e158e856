using Akka.Configuration.Hocon;
using FsCheck;
using FsCheck.Fluent;
using AkkaConfig = Akka.Configuration.Config;
using AkkaConfigurationFactory = Akka.Configuration.ConfigurationFactory;

namespace Akka.Tests.Configuration;

public class ConfigPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Parses_what_it_wrote_into_the_same_values()
        => Prop.ForAll(HoconGenerators.Objects, o =>
        {
            var written = ConfigOf(o).ToString();

            return AkkaConfigurationFactory.ParseString(written).ToString() == written;
        }).Check(Runs);

    [Fact]
    public void Keeps_every_text_when_it_is_written_and_parsed()
        => Prop.ForAll(HoconGenerators.Objects, o =>
        {
            var parsed = AkkaConfigurationFactory.ParseString(ConfigOf(o).ToString());

            return Texts(parsed.Root).SequenceEqual(Texts(ConfigOf(o).Root));
        }).Check(Runs);

    [Fact]
    public void Falls_back_the_same_way_however_the_chain_is_grouped()
        => Prop.ForAll(Configs, Configs, Configs, (a, b, c) =>
            a.WithFallback(b).WithFallback(c).ToString(true) == a.WithFallback(b.WithFallback(c)).ToString(true))
            .Check(Runs);

    [Fact]
    public void Wins_over_its_fallback_wherever_it_has_a_value()
        => Prop.ForAll(Configs, Configs, (a, b) =>
        {
            var merged = a.WithFallback(b);

            return a.AsEnumerable().All(i => i.Value.IsObject() || Value(merged, i.Key) == i.Value.ToString())
                   && b.AsEnumerable().All(i => HasKey(merged, i.Key));
        }).Check(Runs);

    [Fact]
    public void Merges_in_a_text_as_it_does_by_fallback()
        => Prop.ForAll(Configs, Configs, (a, b) =>
        {
            var together = AkkaConfigurationFactory.ParseString(Fields(b) + Fields(a));

            return Sorted(together.Root) == Sorted(a.WithFallback(b).Root);
        }).Check(Runs);

    private static Arbitrary<AkkaConfig> Configs => HoconGenerators.Objects.Generator.Select(ConfigOf).ToArbitrary();

    private static AkkaConfig ConfigOf(HoconObject o) => new(new HoconRoot(new HoconValue([o])));

    private static string Fields(AkkaConfig config) => config.Root.GetObject().ToString(0);

    private static string Value(AkkaConfig config, string key) => config.Root.GetChildObject(key).ToString();

    private static bool HasKey(AkkaConfig config, string key) => config.Root.GetChildObject(key) is not null;

    private static IEnumerable<string?> Texts(HoconValue value)
    {
        if (value.GetObject() is { } o)
            return o.Items.SelectMany(i => Texts(i.Value).Prepend(i.Key));
        return value.IsArray() ? value.GetArray().SelectMany(Texts) : [value.GetString()];
    }

    private static string Sorted(HoconValue value) => value.GetObject() is { } o
        ? string.Join(';', o.Items.Select(i => $"{i.Key}({Sorted(i.Value)})").Order(StringComparer.Ordinal))
        : value.ToString();
}
