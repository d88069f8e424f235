/** The web site of an art museum: what its pages, blocks and media have in common. */
package dev.synchronizer.sample.site;
