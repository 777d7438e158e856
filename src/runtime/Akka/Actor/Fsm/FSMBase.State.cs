namespace Akka.Actor;

public abstract partial class FSMBase
{
    /// <summary>A state to go to or to stay in, with the data, time limit, answers or end that come with it.</summary>
    public sealed class State<TS, TD>(
        TS stateName,
        TD stateData,
        TimeSpan? timeout = null,
        Reason? stopReason = null,
        IReadOnlyList<object>? replies = null,
        bool notifies = true) : IEquatable<State<TS, TD>>
    {
        public TS StateName { get; } = stateName;

        public TD StateData { get; } = stateData;

        public TimeSpan? Timeout { get; } = timeout;

        public Reason? StopReason { get; } = stopReason;

        /// <summary>The last one first.</summary>
        public IReadOnlyList<object> Replies { get; } = replies ?? [];

        /// <summary>False when staying: neither handlers nor subscribers are told.</summary>
        internal bool Notifies { get; } = notifies;

        /// <summary>
        /// Limits the time in the state; <see cref="TimeSpan.MaxValue"/> takes the state's own limit off.
        /// </summary>
        public State<TS, TD> ForMax(TimeSpan timeout) =>
            new(StateName, StateData, timeout, StopReason, Replies, Notifies);

        public State<TS, TD> Replying(object replyValue) =>
            new(StateName, StateData, Timeout, StopReason, [replyValue, .. Replies], Notifies);

        public State<TS, TD> Using(TD nextStateData) =>
            new(StateName, nextStateData, Timeout, StopReason, Replies, Notifies);

        internal State<TS, TD> WithStopReason(Reason reason) =>
            new(StateName, StateData, Timeout, reason, Replies, Notifies);

        public bool Equals(State<TS, TD>? other) =>
            other is not null
            && Equals(StateName, other.StateName)
            && Equals(StateData, other.StateData)
            && Timeout == other.Timeout
            && Equals(StopReason, other.StopReason)
            && Replies.SequenceEqual(other.Replies);

        public override bool Equals(object? obj) => Equals(obj as State<TS, TD>);

        public override int GetHashCode() => HashCode.Combine(StateName, StateData, Timeout, StopReason);

        public override string ToString() => $"{StateName}, {StateData}";
    }
}
