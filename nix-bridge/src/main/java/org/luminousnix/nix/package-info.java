/// Everything that touches Nix, in two layers: pure values and syntax, and the I/O above them.
package org.luminousnix.nix;
