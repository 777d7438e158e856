using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Tests.Actor.Cell;

/// <summary>The table at the head of ActorCell.Life.cs, row by row: each system message in each state.</summary>
public sealed class CellLifeTests : IDisposable
{
    private readonly CellUnderTest _cell = new();

    public void Dispose() => _cell.Dispose();

    [Theory]
    // Create
    [InlineData("New", "Create", "Normal", true, "new prestart")]
    [InlineData("Normal", "Create", "Normal", true, "")]
    [InlineData("Failed", "Create", "Normal", false, "")]
    [InlineData("WaitingToRecreate", "Create", "WaitingToRecreate", false, "")]
    [InlineData("Terminating", "Create", "Terminating", false, "")]
    [InlineData("Terminated", "Create", "Terminated", false, "")]
    // Suspend
    [InlineData("New", "Suspend", "Normal", false, "new prestart")]
    [InlineData("Normal", "Suspend", "Normal", false, "")]
    [InlineData("Failed", "Suspend", "Normal", false, "")]
    [InlineData("WaitingToCreate", "Suspend", "WaitingToCreate", false, "")]
    [InlineData("WaitingToRecreate", "Suspend", "WaitingToRecreate", false, "")]
    [InlineData("Terminated", "Suspend", "Terminated", false, "")]
    // Resume
    [InlineData("Normal", "Resume", "Normal", true, "")]
    [InlineData("Suspended", "Resume", "Normal", true, "")]
    [InlineData("SuspendedTwice", "Resume", "Normal", false, "")]
    [InlineData("Failed", "ResumeWithCause", "Normal", true, "")]
    [InlineData("CreationFailed", "ResumeWithCause", "Normal", true, "new prestart")]
    [InlineData("RestartFailed", "ResumeWithCause", "Normal", true, "new postrestart prestart")]
    [InlineData("WaitingToRecreate", "ResumeWithCause", "WaitingToRecreate", false, "")]
    [InlineData("Terminating", "ResumeWithCause", "Terminating", false, "")]
    [InlineData("Terminated", "ResumeWithCause", "Terminated", false, "")]
    // Recreate
    [InlineData("Suspended", "Recreate", "Normal", true, "prerestart poststop new postrestart prestart")]
    [InlineData("Failed", "Recreate", "Normal", true, "prerestart poststop new postrestart prestart")]
    [InlineData("CreationFailed", "Recreate", "Normal", true, "new prestart")]
    [InlineData("RestartFailed", "Recreate", "Normal", true, "prerestart new postrestart prestart")]
    [InlineData("FailedWithChild", "Recreate", "WaitingToRecreate", false, "prerestart poststop")]
    [InlineData("WaitingToRecreate", "Recreate", "WaitingToRecreate", false, "")]
    [InlineData("Terminating", "Recreate", "Terminating", false, "")]
    [InlineData("Terminated", "Recreate", "Terminated", false, "")]
    // Terminate
    [InlineData("New", "Terminate", "Terminated", false, "new prestart poststop")]
    [InlineData("Normal", "Terminate", "Terminated", false, "poststop")]
    [InlineData("Suspended", "Terminate", "Terminated", false, "poststop")]
    [InlineData("Failed", "Terminate", "Terminated", false, "poststop")]
    [InlineData("CreationFailed", "Terminate", "Terminated", false, "")]
    [InlineData("RestartFailed", "Terminate", "Terminated", false, "poststop")]
    [InlineData("NormalWithChild", "Terminate", "Terminating", false, "")]
    [InlineData("WaitingToCreate", "Terminate", "Terminating", false, "")]
    [InlineData("WaitingToRecreate", "Terminate", "Terminating", false, "")]
    [InlineData("Terminating", "Terminate", "Terminating", false, "")]
    [InlineData("Terminated", "Terminate", "Terminated", false, "")]
    // the last child is gone
    [InlineData("NormalWithChild", "ChildGone", "Normal", true, "")]
    [InlineData("WaitingToCreate", "ChildGone", "Normal", true, "new prestart")]
    [InlineData("WaitingToRecreate", "ChildGone", "Normal", true, "new postrestart prestart")]
    [InlineData("Terminating", "ChildGone", "Terminated", false, "poststop")]
    public void A_system_message_does_what_the_table_says(
        string state, string message, string phase, bool takesMessages, string hooks)
    {
        BringTo(state);
        _cell.Hooks.Clear();

        Send(message);

        Assert.Equal(hooks, _cell.Hooks.Text);
        Assert.Equal(phase, _cell.Cell.Phase.ToString());
        Assert.Equal(takesMessages, _cell.TakesMessages());
        Assert.Equal(phase == nameof(CellPhase.Terminated), _cell.HasReportedItsEnd);
    }

    [Theory]
    [InlineData(
        "Recreate",
        "WaitingToRecreate",
        "Normal",
        "new postrestart prestart prerestart poststop new postrestart prestart")]
    [InlineData("Suspend", "WaitingToRecreate", "Normal", "new postrestart prestart")]
    public void What_was_put_aside_is_processed_when_the_children_are_gone(
        string message, string state, string phase, string hooks)
    {
        BringTo(state);
        if (message == "Recreate") Send("Suspend");
        _cell.Hooks.Clear();

        Send(message);
        Send("ChildGone");

        Assert.Equal(hooks, _cell.Hooks.Text);
        Assert.Equal(phase, _cell.Cell.Phase.ToString());
        Assert.Equal(message == "Recreate", _cell.TakesMessages());
    }

    [Fact]
    public void A_childs_failure_waits_until_the_suspended_parent_is_resumed()
    {
        BringTo("NormalWithChild");
        var child = _cell.Cell.GetChildByName("child");
        Send("Suspend");

        _cell.Process(new Failed(child, CellUnderTest.Cause, child.Path.Uid));
        Assert.False(StopsTheChild(child));
        Send("Resume");

        // the default strategy restarts on this cause; a restart that is refused would leave the child suspended
        Assert.Equal("Normal", _cell.Cell.Phase.ToString());
    }

    [Fact]
    public void The_failure_of_a_child_of_another_life_is_dropped()
    {
        BringTo("NormalWithChild");
        var child = _cell.Cell.GetChildByName("child");

        _cell.Process(new Failed(child, CellUnderTest.Cause, child.Path.Uid + 1));

        Assert.Empty(_cell.Failures);
        Assert.True(_cell.TakesMessages());
    }

    [Fact]
    public void An_instance_that_was_left_for_a_restart_is_stopped_again_when_the_end_comes_first()
    {
        BringTo("WaitingToRecreate");
        Send("Terminate");

        _cell.RunChildren();

        Assert.Equal("Terminated", _cell.Cell.Phase.ToString());
        Assert.Equal(2, _cell.Hooks.Count("poststop"));
    }

    [Fact]
    public void A_failure_is_reported_once_however_often_the_cell_fails_before_the_verdict()
    {
        BringTo("Failed");

        _cell.Cell.HandleInvokeFailure(new InvalidOperationException("again"));

        Assert.Equal(["fail"], _cell.Failures);
    }

    [Fact]
    public void A_constructor_that_throws_is_reported_and_a_restart_creates_again()
    {
        BringTo("CreationFailed");

        Assert.Equal(["Exception during creation"], _cell.Failures.Select(f => f.Split('\n')[0]).Select(StripPrefix));
        Send("Recreate");
        Assert.True(_cell.TakesMessages());
    }

    [Fact]
    public void Messages_that_came_while_suspended_are_processed_in_order_afterwards()
    {
        BringTo("Suspended");
        _cell.Hooks.Clear();
        foreach (var message in new[] { "a", "b", "c" }) _cell.Tell(message);
        Assert.Equal("", _cell.Hooks.Text);

        Send("Resume");

        Assert.Equal("a b c", _cell.Hooks.Text);
    }

    [Theory]
    [InlineData("New")]
    [InlineData("Normal")]
    [InlineData("Failed")]
    [InlineData("WaitingToRecreate")]
    [InlineData("Terminating")]
    public void A_watcher_is_told_once_whatever_the_state_in_which_it_began_to_watch(string state)
    {
        BringTo(state);
        var watcher = new SupervisorProbe(_cell.Ref.Provider, "watcher");

        _cell.Process(new Watch(_cell.Ref, watcher));
        Send("Terminate");
        _cell.RunChildren();

        Assert.Single(
            watcher.Reports.OfType<DeathWatchNotification>(), n => n.Actor.Equals(_cell.Ref) && n.ExistenceConfirmed);
    }

    [Fact]
    public void A_watcher_of_a_terminated_actor_is_told_that_it_does_not_exist()
    {
        BringTo("Terminated");
        var watcher = new SupervisorProbe(_cell.Ref.Provider, "watcher");

        _cell.Process(new Watch(_cell.Ref, watcher));

        Assert.Single(
            watcher.Reports.OfType<DeathWatchNotification>(), n => n.Actor.Equals(_cell.Ref) && !n.ExistenceConfirmed);
    }

    private static string StripPrefix(string text) =>
        text[(text.LastIndexOf(": ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];

    private static bool StopsTheChild(IInternalActorRef child) => child.IsTerminated;

    private void BringTo(string state)
    {
        if (state == "New") return;
        if (state is "CreationFailed" or "WaitingToCreate") _cell.Hooks.Throwing.Add("prestart");
        _cell.Run();
        _cell.Hooks.Throwing.Clear();
        switch (state)
        {
            case "Suspended": Send("Suspend"); break;
            case "SuspendedTwice": Send("Suspend"); Send("Suspend"); break;
            case "Failed": _cell.Tell("fail"); break;
            case "RestartFailed": FailToRestart(); break;
            case "NormalWithChild": _cell.MakeChild(); break;
            case "FailedWithChild": _cell.MakeChild(); _cell.Tell("fail"); break;
            case "WaitingToCreate": FailToCreateWithChild(); break;
            case "WaitingToRecreate": BringTo("FailedWithChild"); Send("Recreate"); break;
            case "Terminating": _cell.MakeChild(); Send("Terminate"); break;
            case "Terminated": Send("Terminate"); break;
        }
    }

    private void FailToRestart()
    {
        _cell.Tell("fail");
        _cell.Hooks.Throwing.Add("postrestart");
        Send("Recreate");
        _cell.Hooks.Throwing.Clear();
    }

    // a child that the failed instance made in its constructor's time: attached from outside here
    private void FailToCreateWithChild()
    {
        _cell.Cell.AttachChild(Props.Empty.WithDispatcher("manual-children"), false, "child");
        Send("Recreate");
    }

    private void Send(string message)
    {
        switch (message)
        {
            case "Create": _cell.Process(new Create()); break;
            case "Suspend": _cell.Process(new Suspend()); break;
            case "Resume": _cell.Process(new Resume(null)); break;
            case "ResumeWithCause": _cell.Process(new Resume(CellUnderTest.Cause)); break;
            case "Recreate": _cell.Process(new Recreate(CellUnderTest.Cause)); break;
            case "Terminate": _cell.Process(new Terminate()); break;
            case "ChildGone": EndTheChild(); break;
        }
    }

    private void EndTheChild()
    {
        _cell.Cell.GetChildren().Single().Stop();
        _cell.RunChildren();
    }
}
