/** Media: files with what is known of them. */
package dev.synchronizer.sample.site.media;
