/// Vectors found again: index, crawl, library.
module dev.semblance.search {
  requires transitive dev.semblance.core;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires java.logging;
  requires org.apache.lucene.core;
  requires static org.jspecify;

  exports dev.semblance.crawl;
  exports dev.semblance.index;
  exports dev.semblance.library;
  exports dev.semblance.lucene;
}
