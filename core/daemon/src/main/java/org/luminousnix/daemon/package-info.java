/// The brain: hears, understands, plans, guards, executes, explains, remembers.
package org.luminousnix.daemon;
