using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>
/// A loop without a thread and without sockets: whoever made it runs its turns, and with them the connections in memory
/// and the actors of its dispatcher, when and where it likes. One thread that runs all loops of a system, and a
/// scheduler that it moves, make a run that goes the same way each time.
/// </summary>
/// <param name="index">Its number in the engine.</param>
/// <param name="dispatcherId">The id of the dispatcher that runs actors on it.</param>
/// <param name="bufferBytes">The size of its buffers.</param>
/// <param name="onError">Told of what a callback has thrown.</param>
/// <param name="onWork">
/// There is something to do for <see cref="RunTurn"/>, once until it has been called: not before the first turn, which
/// makes the loop ready. Comes on any thread, also inside a turn, and must not run one itself.
/// </param>
internal sealed class ManualLoop(
    int index, string dispatcherId, int bufferBytes, Action<Exception> onError, Action<ManualLoop> onWork)
    : IoLoop(index, dispatcherId, bufferBytes, onError)
{
    /// <summary>Runs what is there. Whether there is more: then it is not told of again.</summary>
    public bool RunTurn() => RunTurnHere();

    public override Acceptor Listen(Socket socket, IAcceptorOwner owner) => throw NoSockets(socket);

    public override ConnectAttempt Connect(Socket socket, EndPoint remote, IConnectOwner owner) =>
        throw NoSockets(socket);

    public override DatagramSocket Open(
        Socket socket, IDatagramOwner owner, DatagramBuffers buffers, bool receives) => throw NoSockets(socket);

    protected override Transport AdoptSocket(AcceptedSocket accepted) => throw NoSockets(accepted.Socket);

    protected override void Wait(bool mayWait)
    {
        // Connections in memory schedule what they have to tell.
    }

    protected override bool Dispatch(Tenure tenure) => true;

    protected override void Wake() => onWork(this);

    protected override void Release()
    {
        // It holds nothing.
    }

    private static NotSupportedException NoSockets(Socket? socket)
    {
        socket?.Dispose();
        return new NotSupportedException("This loop serves connections in memory only.");
    }
}
