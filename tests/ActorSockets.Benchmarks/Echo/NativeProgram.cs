using System.ComponentModel;
using System.Diagnostics;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>A C program of this project, built by the machine's own compiler.</summary>
internal static class NativeProgram
{
    /// <param name="name">The source file's name.</param>
    /// <param name="variant">Distinguishes the program from others of the same source.</param>
    /// <param name="options">What the compiler is told besides; libraries, for one.</param>
    /// <returns>The path of the program; null where there is no compiler, or a library is not there.</returns>
    public static string? Build(string name, string variant = "", params string[] options)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Native");
        var program = Path.Combine(folder, name + variant);
        try
        {
            string[] arguments = ["-O2", "-o", program, Path.Combine(folder, name + ".c"), .. options];
            using var compiler = Process.Start("cc", arguments);
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? program : null;
        }
        catch (Win32Exception)
        {
            // No program of that name: the reference is left out, and said to be.
            return null;
        }
    }
}
