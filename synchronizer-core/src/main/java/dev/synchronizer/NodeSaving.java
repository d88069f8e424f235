package dev.synchronizer;

import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.Units;

/** The units of work of this node, the path that all of its saves take, and the rules that it knows. */
record NodeSaving(Units units, SavePath path, NodeRules rules) {}
