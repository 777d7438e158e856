using Akka.Actor.Internal;
using Akka.Event;
using Akka.Pattern;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>
/// An actor as a finite state machine: for each state a function from an event and the machine's data to the next
/// state. A function that answers null leaves the event to the handler of unhandled ones.
/// </summary>
public abstract partial class FSM<TState, TData> : FSMBase, IListeners, IInternalSupportsTestFSMRef<TState, TData>
    where TState : notnull
{
    protected bool DebugEvent;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<TState, StateFunction> _stateFunctions = [];
    private readonly Dictionary<TState, TimeSpan?> _stateTimeouts = [];
    private readonly List<TransitionHandler> _transitionHandlers = [];
    private StateFunction? _unhandled;
    private Action<StopEvent<TState, TData>>? _onTermination;
    private State<TState, TData>? _currentState;
    // Set while the transition handlers run.
    private State<TState, TData>? _nextState;

    protected FSM()
    {
        if (this is ILoggingFSM)
            DebugEvent = Context.System.Settings.FsmDebugEvent;
    }

    /// <summary>What a state makes of an event; null when it does not handle it.</summary>
    public delegate State<TState, TData>? StateFunction(Event<TData> fsmEvent);

    /// <summary>Called between two states, and when a state is entered from itself.</summary>
    public delegate void TransitionHandler(TState initialState, TState nextState);

    public ListenerSupport Listeners { get; } = new();

    /// <exception cref="IllegalStateException">There is no first state yet.</exception>
    public TState StateName => CurrentFor(nameof(StateName)).StateName;

    /// <inheritdoc cref="StateName"/>
    public TData StateData => CurrentFor(nameof(StateData)).StateData;

    /// <exception cref="InvalidOperationException">No transition is under way.</exception>
    public TData NextStateData => _nextState is { } next
        ? next.StateData
        : throw new InvalidOperationException("NextStateData is only available during OnTransition");

    private State<TState, TData> Current => CurrentFor("a method that needs a state");

    /// <summary>Adds a function to a state. It is asked after those that the state has already; a time limit that the
    /// state has already stays.</summary>
    public void When(TState stateName, StateFunction func, TimeSpan? timeout = null)
    {
        if (_stateFunctions.TryGetValue(stateName, out var first))
        {
            _stateFunctions[stateName] = OrElse(first, func);
            _stateTimeouts[stateName] ??= timeout;
        }
        else
        {
            _stateFunctions.Add(stateName, func);
            _stateTimeouts.Add(stateName, timeout);
        }
    }

    public void StartWith(TState stateName, TData stateData, TimeSpan? timeout = null) =>
        _currentState = new State<TState, TData>(stateName, stateData, timeout);

    public State<TState, TData> GoTo(TState nextStateName) => new(nextStateName, Current.StateData);

    public State<TState, TData> GoTo(TState nextStateName, TData stateData) => new(nextStateName, stateData);

    public State<TState, TData> Stay() => new(Current.StateName, Current.StateData, notifies: false);

    public State<TState, TData> Stop() => Stop(Normal.Instance);

    public State<TState, TData> Stop(Reason reason) => Stop(reason, Current.StateData);

    public State<TState, TData> Stop(Reason reason, TData stateData) =>
        Stay().Using(stateData).WithStopReason(reason);

    public TransformHelper Transform(StateFunction func) => new(func);

    public void SetStateTimeout(TState state, TimeSpan? timeout) => _stateTimeouts[state] = timeout;

    public void OnTransition(TransitionHandler transitionHandler) => _transitionHandlers.Add(transitionHandler);

    public void OnTermination(Action<StopEvent<TState, TData>> terminationHandler) =>
        _onTermination = terminationHandler;

    /// <summary>Handles what the states do not, in place of the warning.</summary>
    public void WhenUnhandled(StateFunction stateFunction) => _unhandled = stateFunction;

    /// <summary>Enters the first state: its time limit starts, and transition handlers are called.</summary>
    public void Initialize()
    {
        if (_currentState is null)
            throw new IllegalStateException("You must call StartWith before calling Initialize.");
        MakeTransition(_currentState);
    }

    protected virtual void LogTermination(Reason reason)
    {
        switch (reason)
        {
            case Failure { Cause: Exception cause }:
                _log.Error(cause, "terminating due to Failure");
                break;
            case Failure failure:
                _log.Error($"{failure.Cause}");
                break;
        }
    }

    private static StateFunction OrElse(StateFunction first, StateFunction second) =>
        fsmEvent => first(fsmEvent) ?? second(fsmEvent);

    private State<TState, TData> CurrentFor(string member) => _currentState
        ?? throw new IllegalStateException($"You must call StartWith before calling {member}.");

    /// <summary>Puts a function behind a state function. It is called, with null, for what that does not handle.
    /// </summary>
    public sealed class TransformHelper(StateFunction func)
    {
        public StateFunction Func { get; } = func;

        public StateFunction Using(Func<State<TState, TData>, State<TState, TData>> andThen) =>
            fsmEvent => andThen(Func(fsmEvent)!);
    }
}
