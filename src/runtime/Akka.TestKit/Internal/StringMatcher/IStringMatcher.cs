namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>A test on a text.</summary>
public interface IStringMatcher
{
    bool IsMatch(string s);
}
