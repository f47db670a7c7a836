package org.luminousnix.daemon.rpc;

import org.luminousnix.protocol.Json;

final class OpenRpc
{
    static Json document(MethodTable table)
    {
        return Json.strings(table.entries().stream().map(MethodTable.Entry::name).toList());
    }
}
