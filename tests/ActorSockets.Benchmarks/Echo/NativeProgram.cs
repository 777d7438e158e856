using System.ComponentModel;
using System.Diagnostics;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>A C program of this project, built by the machine's own compiler.</summary>
internal static class NativeProgram
{
    /// <returns>The path of the program; null where there is no compiler.</returns>
    public static string? Build(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Native");
        var program = Path.Combine(folder, name);
        try
        {
            using var compiler = Process.Start("cc", ["-O2", "-o", program, Path.Combine(folder, name + ".c")]);
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
