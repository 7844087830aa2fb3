using System.Globalization;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Throughline.Process.Content;

/// <summary>The JSON that a schema can check. Each piece remembers where it stood in the YAML.</summary>
internal static class JsonOf
{
    public static JToken Node(ContentNode node)
    {
        JToken token = node.Yaml switch
        {
            YamlMappingNode => new JObject(
                node.Fields.Select(field => new JProperty(field.Key, Node(field.Value)))
            ),
            YamlSequenceNode => new JArray(node.Items.Select(Node)),
            _ => Scalar((YamlScalarNode)node.Yaml),
        };
        token.AddAnnotation(node);
        return token;
    }

    public static ContentNode? Origin(JToken? token)
    {
        while (token is not null && token.Annotation<ContentNode>() is null)
        {
            token = token.Parent;
        }

        return token?.Annotation<ContentNode>();
    }

    /// <summary>Only bare words can be numbers or truth values; an empty one is left to the rule on empty texts.</summary>
    static JValue Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
        {
            return new JValue(text);
        }

        return text switch
        {
            "true" => new JValue(true),
            "false" => new JValue(false),
            "null" or "~" => JValue.CreateNull(),
            _ when long.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var whole
                ) => new JValue(whole),
            _ when double.TryParse(
                    text,
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => new JValue(number),
            _ => new JValue(text),
        };
    }
}
