/// Connections, peers, limits, and the table of methods: JSON-RPC 2.0 over a Unix socket, one object a line.
///
/// [RpcServer] is the entry point. The methods are the interfaces that end in `Methods`; whoever implements one hands the
/// object to the server, and only then do its methods exist. What they do is decided elsewhere.
package org.luminousnix.daemon.rpc;
