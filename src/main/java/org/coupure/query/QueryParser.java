package org.coupure.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coupure.page.Url;
import org.coupure.query.Term.All;
import org.coupure.query.Term.Any;
import org.coupure.query.Term.AnyPlaced;
import org.coupure.query.Term.Comparison;
import org.coupure.query.Term.Count;
import org.coupure.query.Term.Host;
import org.coupure.query.Term.Near;
import org.coupure.query.Term.Not;
import org.coupure.query.Term.Phrase;
import org.coupure.query.Term.Placed;
import org.coupure.query.Term.Within;
import org.coupure.query.WordIndex.Word;

/** Reads a {@link Query}, by recursive descent. Used once, by one thread. */
final class QueryParser {
  private static final Set<String> AND = Set.of("AND", "ET", "&&", "&");
  private static final Set<String> OR = Set.of("OR", "OU", "||", "|");
  private static final Set<String> NOT = Set.of("NOT", "SAUF", "!");

  private static final Pattern NEAR = Pattern.compile("NEAR/([0-9]{1,4})");

  /** In capitals nobody means the word; in quotation marks it is one. */
  private static final Pattern NEAR_ALONE = Pattern.compile("NEAR(?:/.*)?");

  private static final Pattern COUNT =
      Pattern.compile("\\s*(>=|<=|[<>=])\\s*([0-9]{1,6})(?=[\\s)|]|$)");
  private static final Pattern COUNTED_WORD = Pattern.compile("([^<>=]+)(?:>=|<=|[<>=])[0-9]{1,6}");
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+");

  private static final Map<String, Part> PARTS =
      Map.of(
          "title", Part.TITLE,
          "titre", Part.TITLE,
          "text", Part.TEXT,
          "texte", Part.TEXT,
          "site", Part.SITE,
          "author", Part.AUTHOR,
          "section", Part.SECTION);

  private static final String STEM = "stem";

  /** Nobody nests deeper by hand, and each level is a call. */
  private static final int MAX_DEPTH = 50;

  private static final int MAX_LENGTH = 10_000;

  private final String query;

  /** Whether words without quotation marks stand for all words of their stems. */
  private boolean stemming;

  /** Whether that was said by {@code stem:}, which is for words in quotation marks, too. */
  private boolean stemmingAll;

  private Part part = Part.ANYWHERE;
  private int at;
  private int depth;

  QueryParser(String query, boolean stemming) {
    this.query = query;
    this.stemming = stemming;
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
    return terms.size() == 1 ? terms.get(0) : either(terms);
  }

  private static Term either(List<Term> terms) {
    List<Placed> placed = new ArrayList<>();
    for (Term term : terms) {
      if (term instanceof Placed one) {
        placed.add(one);
      }
    }
    return placed.size() == terms.size() ? new AnyPlaced(placed) : new Any(terms);
  }

  private Term all() {
    List<Term> terms = new ArrayList<>();
    terms.add(one());
    while (take(AND) || begins()) {
      terms.add(one());
    }
    return terms.size() == 1 ? terms.get(0) : new All(terms);
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
    Term term;
    if (take(NOT) || takeMinus()) {
      int start = at;
      Term unwanted = one();
      term = new Not(query.substring(start, at).strip(), unwanted);
    } else {
      term = near();
    }
    depth--;
    return term;
  }

  private Term near() {
    int start = at;
    Term term = counted(positive(), start);
    while (!atEnd()) {
      Matcher near = NEAR.matcher(peek());
      if (!near.matches()) {
        break;
      }
      Placed before = placed(term, start, "NEAR joins");
      at += near.group().length();
      if (atEnd()) {
        throw fault(query.length(), "something is missing at the end");
      }
      int next = at;
      Placed behind = placed(positive(), next, "NEAR joins");
      term = new Near(before, behind, Integer.parseInt(near.group(1)));
    }
    return term;
  }

  private Placed placed(Term term, int start, String what) {
    if (term instanceof Placed placed) {
      return placed;
    }
    throw fault(start, what + " words, phrases and groups of them with OR between them only");
  }

  private Term counted(Term term, int start) {
    Matcher count = COUNT.matcher(query).region(at, query.length());
    if (!count.lookingAt()) {
      return term;
    }
    Placed placed = placed(term, start, "a number of places can be asked of");
    at = count.end();
    for (Comparison comparison : Comparison.values()) {
      if (comparison.sign().equals(count.group(1))) {
        return new Count(placed, comparison, Integer.parseInt(count.group(2)));
      }
    }
    throw new AssertionError(count.group(1));
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
    if (AND.contains(word) || OR.contains(word) || NEAR.matcher(word).matches()) {
      throw fault(at, "a word is missing before " + word);
    }
    if (NEAR_ALONE.matcher(word).matches()) {
      throw fault(at, "NEAR wants the most words between, such as NEAR/5");
    }
    int colon = word.indexOf(':');
    boolean last = colon == word.length() - 1;
    if (colon > 0 && (last || isField(word.substring(0, colon)))) {
      return within(word.substring(0, colon), start);
    }
    Matcher counted = COUNTED_WORD.matcher(word);
    word = counted.matches() ? counted.group(1) : word;
    at += word.length();
    return part == Part.SITE && HOST.matcher(word).matches()
        ? new Host(host(word))
        : words(word, WordIndex.wordsOf(word), stemming, start);
  }

  private static String host(String word) {
    String host = Url.normalHost(word);
    String known = host == null ? word.toLowerCase(Locale.ROOT) : host;
    return known.startsWith("www.") ? known.substring("www.".length()) : known;
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
    List<Word> words = WordIndex.wordsOf(query.substring(start + 1, end));
    if (at < query.length() && query.charAt(at) == '*') {
      at++;
      if (!words.isEmpty()) {
        words.set(words.size() - 1, words.get(words.size() - 1).open());
      }
    }
    return words(query.substring(start, at), words, stemmingAll, start);
  }

  private Term within(String field, int start) {
    if (!isField(field)) {
      throw fault(
          start,
          "only title:, text:, site:, author: and section: can be searched apart, not "
              + field
              + ":");
    }
    at += field.length() + 1;
    if (field.equalsIgnoreCase(STEM)) {
      return stemmed();
    }
    Part around = part;
    part = PARTS.getOrDefault(field.toLowerCase(Locale.ROOT), Part.ANYWHERE);
    Term term = new Within(part, one());
    part = around;
    return term;
  }

  private Term stemmed() {
    boolean stemmingBefore = stemming;
    boolean allBefore = stemmingAll;
    stemming = true;
    stemmingAll = true;
    Term term = one();
    stemming = stemmingBefore;
    stemmingAll = allBefore;
    return term;
  }

  private static boolean isField(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(STEM) || PARTS.containsKey(lower);
  }

  private Term words(String written, List<Word> words, boolean stem, int start) {
    if (words.isEmpty()) {
      throw fault(start, "there is no word in this");
    }
    List<WordPattern> patterns = new ArrayList<>();
    for (Word word : words) {
      if (word.folded().chars().allMatch(c -> c == '*' || c == '?')) {
        throw fault(start, "a star needs a letter of its word beside it");
      }
      patterns.add(WordPattern.of(word.folded(), word.written(), stem));
    }
    return new Phrase(written, patterns);
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
