/// Settings, wiring, lifecycle, and the methods that clients call: the only place that knows all others.
package org.luminousnix.daemon.app;
