package dev.semblance.index;

import dev.semblance.space.EmbeddingSpace;

class FlatIndexTest extends ItemIndexContract {
  @Override
  protected ItemIndex create(EmbeddingSpace space) {
    return new FlatIndex(space);
  }

  @Override
  protected String name() {
    return "seeded (24-d";
  }
}
