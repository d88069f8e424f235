/** Blocks: what lives inside pages. */
package dev.synchronizer.sample.site.block;
