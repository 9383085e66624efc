package org.coupure.discover;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coupure.discover.Query.All;
import org.coupure.discover.Query.Any;
import org.coupure.discover.Query.Not;
import org.coupure.discover.Query.Phrase;
import org.coupure.discover.Query.Term;
import org.coupure.discover.Query.Where;
import org.coupure.discover.Query.Within;

/** Reads a {@link Query}, by recursive descent. Used once, by one thread. */
final class QueryParser {
  private static final Set<String> AND = Set.of("AND", "ET", "&&", "&");
  private static final Set<String> OR = Set.of("OR", "OU", "||", "|");
  private static final Set<String> NOT = Set.of("NOT", "SAUF", "!");

  /** Nobody nests deeper by hand, and each level is a call. */
  private static final int MAX_DEPTH = 50;

  private static final int MAX_LENGTH = 10_000;

  private final String query;
  private int at;
  private int depth;

  QueryParser(String query) {
    this.query = query;
  }

  Term parse() {
    if (query.length() > MAX_LENGTH) {
      throw fault(0, "the query is longer than " + MAX_LENGTH + " characters");
    }
    if (atEnd()) {
      throw fault(0, "the query is empty");
    }
    Term term = any();
    if (!atEnd()) {
      throw fault(at, "\")\" without a \"(\" before it");
    }
    return term;
  }

  private Term any() {
    List<Term> terms = new ArrayList<>();
    terms.add(all());
    while (take(OR)) {
      terms.add(all());
    }
    return terms.size() == 1 ? terms.get(0) : new Any(List.copyOf(terms));
  }

  private Term all() {
    List<Term> terms = new ArrayList<>();
    terms.add(one());
    while (take(AND) || begins()) {
      terms.add(one());
    }
    return terms.size() == 1 ? terms.get(0) : new All(List.copyOf(terms));
  }

  /** Returns whether another term follows without an operator between. */
  private boolean begins() {
    return !atEnd() && ")|".indexOf(query.charAt(at)) < 0 && !OR.contains(peek());
  }

  private Term one() {
    if (atEnd()) {
      throw fault(query.length(), "something is missing at the end");
    }
    if (++depth > MAX_DEPTH) {
      throw fault(at, "nested deeper than " + MAX_DEPTH + " levels");
    }
    Term term = take(NOT) || takeMinus() ? new Not(one()) : positive();
    depth--;
    return term;
  }

  private boolean takeMinus() {
    boolean minus =
        query.charAt(at) == '-'
            && at + 1 < query.length()
            && !Character.isWhitespace(query.charAt(at + 1));
    at += minus ? 1 : 0;
    return minus;
  }

  private Term positive() {
    int start = at;
    char c = query.charAt(at);
    if (c == '(') {
      return group();
    }
    if (c == ')') {
      throw fault(at, "a word is missing before this \")\"");
    }
    if (isQuote(c)) {
      return phrase();
    }
    String word = peek();
    if (AND.contains(word) || OR.contains(word)) {
      throw fault(at, "a word is missing before " + word);
    }
    int colon = word.indexOf(':');
    boolean last = colon == word.length() - 1;
    if (colon > 0 && (last || isField(word.substring(0, colon)))) {
      return within(word.substring(0, colon), start);
    }
    at += word.length();
    boolean open = word.endsWith("*");
    return words(open ? word.substring(0, word.length() - 1) : word, open, start);
  }

  private Term group() {
    int start = at++;
    if (atEnd()) {
      throw fault(start, "this \"(\" is never closed");
    }
    Term term = any();
    if (atEnd()) {
      throw fault(start, "this \"(\" is never closed");
    }
    at++;
    return term;
  }

  private Term phrase() {
    int start = at;
    int end = at + 1;
    while (end < query.length() && !isQuote(query.charAt(end))) {
      end++;
    }
    if (end == query.length()) {
      throw fault(start, "this quotation mark is never closed");
    }
    at = end + 1;
    boolean open = at < query.length() && query.charAt(at) == '*';
    at += open ? 1 : 0;
    return words(query.substring(start + 1, end), open, start);
  }

  private Term within(String field, int start) {
    if (!isField(field)) {
      throw fault(start, "only title: and text: can be searched apart, not " + field + ":");
    }
    at += field.length() + 1;
    boolean title = field.toLowerCase(Locale.ROOT).startsWith("tit");
    return new Within(title ? Where.TITLE : Where.TEXT, one());
  }

  private static boolean isField(String name) {
    return Set.of("title", "titre", "text", "texte").contains(name.toLowerCase(Locale.ROOT));
  }

  private Term words(String text, boolean open, int start) {
    Words words = Words.of(text);
    if (text.indexOf('*') >= 0) {
      throw fault(start + text.indexOf('*'), "a star may only stand at the end of a word");
    }
    if (words.isEmpty()) {
      throw fault(start, "there is no word in this");
    }
    return new Phrase(words, open);
  }

  private static boolean isQuote(char c) {
    return "\"“”„«»".indexOf(c) >= 0;
  }

  private boolean take(Set<String> operators) {
    if (atEnd()) {
      return false;
    }
    String word = peek();
    // "!word" and "a|b" are written without blanks.
    String sign = query.substring(at, at + 1);
    String found =
        operators.contains(word) ? word : word.length() > 1 && operators.contains(sign) ? sign : "";
    at += found.length();
    return !found.isEmpty();
  }

  /** Returns the word at this place; operators and fields are words too. */
  private String peek() {
    int end = at;
    while (end < query.length() && !endsWord(end)) {
      end++;
    }
    return query.substring(at, Math.max(end, at + 1));
  }

  private boolean endsWord(int index) {
    char c = query.charAt(index);
    return Character.isWhitespace(c)
        || c == '('
        || c == ')'
        || isQuote(c)
        || (c == '|' && index > at && query.charAt(at) != '|');
  }

  private boolean atEnd() {
    while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
      at++;
    }
    return at == query.length();
  }

  private QuerySyntaxException fault(int position, String sentence) {
    return new QuerySyntaxException(query, position, sentence);
  }
}
