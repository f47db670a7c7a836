/// Evaluation of Nix expressions by Nix itself, in a sandbox, with limits; answers are values, and so are failures.
package org.luminousnix.nix.eval;
