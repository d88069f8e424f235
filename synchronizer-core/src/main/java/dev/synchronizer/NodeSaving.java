package dev.synchronizer;

import dev.synchronizer.saving.SavePath;
import dev.synchronizer.saving.Units;

/** The units of work of this node, and the path that all of its saves take. */
record NodeSaving(Units units, SavePath path) {}
