/** Pages: what has an address and a place in the tree. */
package dev.synchronizer.sample.site.page;
