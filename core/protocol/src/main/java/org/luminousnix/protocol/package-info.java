/// The contract between the daemon and its clients: wire records, error codes, and the socket client. No logic.
package org.luminousnix.protocol;
