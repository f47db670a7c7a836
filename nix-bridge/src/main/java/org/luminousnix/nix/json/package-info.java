/// JSON as values: what Nix prints as answers and as log lines. Pure.
package org.luminousnix.nix.json;
