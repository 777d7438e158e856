namespace Akka.Tests.Api;

public class ApiPrinterTests
{
    [Fact]
    public void Prints_a_type_as_the_listings_do()
    {
        var printed = ApiPrinter.Print(typeof(Sample<>));

        Assert.Equal("abstract class Akka.Tests.Api.ApiPrinterTests.Sample<T>", printed.ToString());
        Assert.Equal(["List<T>", "IDisposable"], printed.Bases);
        Assert.Equal(
            [
                "protected new(int? size)",
                "protected static readonly string Name",
                "abstract T Value { get; }",
                "virtual int this[string key] { get; set; }",
                "event EventHandler Changed",
                "virtual void Dispose()",
                "protected static bool TryGet<TKey>(TKey key, out T[] values, string text = \"x\", bool flag = False)",
            ],
            printed.Members);
    }

    public abstract class Sample<T> : List<T>, IDisposable
    {
        protected static readonly string Name = "";

        protected Sample(int? size) => Capacity = size ?? 0;

        public event EventHandler? Changed;

        public abstract T Value { get; }

        public virtual int this[string key]
        {
            get => key.Length;
            set => Changed?.Invoke(this, EventArgs.Empty);
        }

        public virtual void Dispose() => GC.SuppressFinalize(this);

        public override string ToString() => Name;

        protected static bool TryGet<TKey>(TKey key, out T[] values, string text = "x", bool flag = false)
        {
            values = [];
            return key is not null && flag && text.Length > 0;
        }

        internal void Hidden() => Changed?.Invoke(this, EventArgs.Empty);
    }
}
