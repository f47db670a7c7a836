package org.luminousnix.daemon.rpc;

import java.lang.ScopedValue.CallableOp;

/// Which peer's request is being answered on this thread.
public final class CurrentPeer
{
    private static final ScopedValue<Peer> PEER = ScopedValue.newInstance();

    private CurrentPeer()
    {}

    /// Returns the peer; outside of a request there is none, which throws [java.util.NoSuchElementException].
    public static Peer get()
    {
        return PEER.get();
    }

    /// Calls an operation as a request of the peer.
    public static <T, E extends Throwable> T call(Peer peer, CallableOp<? extends T, E> operation) throws E
    {
        return ScopedValue.where(PEER, peer).call(operation);
    }
}
