package org.coupure.query;

import java.util.ArrayList;
import java.util.List;
import org.coupure.article.MatchedWords;

/** Collects the places of matched words. Used once, by one thread. */
final class MatchedPlaces {
  private final Spans title = new Spans();
  private final Spans text = new Spans();

  Spans of(Part part) {
    return part == Part.TITLE ? title : text;
  }

  QueryMatch of(IndexedArticle article) {
    return new QueryMatch(places(article.title(), title), places(article.text(), text));
  }

  /** Places in order; what overlaps becomes one. */
  private static List<MatchedWords> places(WordIndex index, Spans spans) {
    List<MatchedWords> places = new ArrayList<>();
    Spans ordered = spans.sorted();
    int readChars = 0;
    int readPoints = 0;
    for (int i = 0; i < ordered.size(); ) {
      int first = ordered.first(i);
      int last = ordered.last(i);
      while (++i < ordered.size() && ordered.first(i) <= last) {
        last = Math.max(last, ordered.last(i));
      }
      int start = readPoints + index.text().codePointCount(readChars, index.start(first));
      readChars = index.end(last);
      readPoints = start + index.text().codePointCount(index.start(first), readChars);
      places.add(new MatchedWords(index.written(first, last), start, readPoints));
    }
    return places;
  }
}
