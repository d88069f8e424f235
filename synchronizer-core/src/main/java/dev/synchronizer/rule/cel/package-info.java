/** Conditions of rules in the Common Expression Language; the only user of it, and needed only where rules have conditions. */
@NullMarked
package dev.synchronizer.rule.cel;

import org.jspecify.annotations.NullMarked;
