/// The thin command line client; everything it knows comes from the daemon.
package org.luminousnix.cli;
