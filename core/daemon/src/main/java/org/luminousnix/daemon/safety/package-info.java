/// Who may do what, at which risk, with which question; a refusal says which rule, why, and what would be allowed.
package org.luminousnix.daemon.safety;
