/// Switching systems: profiles set, generations activated, rolled back, deleted, garbage collected, and what to warn of before.
package org.luminousnix.nix.system;
