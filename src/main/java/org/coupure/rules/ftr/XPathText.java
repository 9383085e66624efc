package org.coupure.rules.ftr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathEvaluationResult.XPathResultType;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import org.coupure.rules.XPathEngine;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** What an XPath of a site file selects, as far as its text tells. */
final class XPathText {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?s).*(?:/\\s*@|attribute::)[\\w:*-]+\\)?");
  private static final Pattern COMMENT = Pattern.compile("(?s).*comment\\(\\s*\\)\\)?");
  private static final Pattern TEXT = Pattern.compile("(?s).*(?:/|::)text\\(\\s*\\)\\)?");

  private XPathText() {}

  /** Returns what is wrong with an expression of XPath 1.0, or null when nothing is. */
  static @Nullable String fault(String xpath) {
    try {
      XPathEngine.create().compile(xpath);
      return null;
    } catch (XPathExpressionException bad) {
      Throwable cause = bad.getCause() == null ? bad : bad.getCause();
      return "not XPath 1.0: " + plain(String.valueOf(cause.getMessage()));
    }
  }

  /** The platform names its own classes, such as FuncContains in some package. */
  private static String plain(String message) {
    return message.strip().replaceAll("[\\w.]+\\.Func(?=[A-Z])", "the function ");
  }

  /** Returns whether an expression gives nodes and not a text, number or truth value. */
  static boolean givesNodes(String xpath) {
    try {
      XPathExpression compiled = XPathEngine.create().compile(xpath);
      XPathEvaluationResult<?> result = compiled.evaluateExpression(emptyDocument());
      return result.type() == XPathResultType.NODESET;
    } catch (XPathExpressionException ignored) {
      // It asks an empty page for what it has not; functions that give texts do not fail.
      return true;
    }
  }

  private static Document emptyDocument() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new AssertionError("the platform's own factory makes documents", impossible);
    }
  }

  /** Returns whether all that is selected are attributes. */
  static boolean isOfAttributes(String xpath) {
    return all(xpath, ATTRIBUTE);
  }

  /** Returns whether all that is selected are comments. */
  static boolean isOfComments(String xpath) {
    return all(xpath, COMMENT);
  }

  /** Returns whether all that is selected are texts within elements. */
  static boolean isOfTexts(String xpath) {
    return all(xpath, TEXT);
  }

  private static boolean all(String xpath, Pattern pattern) {
    for (String path : union(xpath)) {
      if (!pattern.matcher(withoutConditions(path)).matches()) {
        return false;
      }
    }
    return true;
  }

  private static String withoutConditions(String path) {
    StringBuilder bare = new StringBuilder();
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      }
      depth += quote == 0 && c == '[' ? 1 : 0;
      if (depth == 0) {
        bare.append(c);
      }
      depth -= quote == 0 && c == ']' ? 1 : 0;
    }
    return bare.toString().strip();
  }

  /** Returns the paths of a union; where there is none, the expression itself. */
  static List<String> union(String xpath) {
    List<String> paths = new ArrayList<>();
    int depth = 0;
    int from = 0;
    char quote = 0;
    for (int i = 0; i < xpath.length(); i++) {
      char c = xpath.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '[' || c == '(') {
        depth++;
      } else if (c == ']' || c == ')') {
        depth--;
      } else if (c == '|' && depth == 0) {
        paths.add(xpath.substring(from, i).strip());
        from = i + 1;
      }
    }
    paths.add(xpath.substring(from).strip());
    return paths;
  }

  /** Returns the expression whose value is the URL: an element's {@code href} for a link. */
  static String url(String xpath) {
    if (isOfAttributes(xpath) || !givesNodes(xpath)) {
      return xpath;
    }
    boolean mixed = union(xpath).stream().anyMatch(XPathText::isOfAttributes);
    return "(" + xpath + ")/@href" + (mixed ? " | (" + xpath + ")[not(self::*)]" : "");
  }
}
