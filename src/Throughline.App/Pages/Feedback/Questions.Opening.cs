using Throughline.Feedback;
using Throughline.Feedback.Questionnaires;

namespace Throughline.App.Pages.Feedback;

/// <summary>What is opened in place, as it is stored.</summary>
public sealed partial class QuestionsModel
{
    private bool Opens()
    {
        if (!MayWrite)
        {
            return true;
        }

        if (Form.Question(Edit) is { } question)
        {
            Input = new Fields();
            Fill(QuestionDraft.Of(question, Language));
        }
        else if (Form.Page(Edit) is { } page)
        {
            var draft = PageDraft.Of(page, Language);
            PageInput = new PageFields
            {
                Title = draft.Title,
                Text = draft.Text,
                ShowIf = draft.ShowIf,
            };
        }
        else if (Edit == WholeForm)
        {
            var draft = WordsDraft.Of(Form);
            WordsInput = new WordsFields
            {
                Title = draft.Title,
                Introduction = draft.Introduction,
                Thanks = draft.Thanks,
            };
        }
        else if (Edit is not null)
        {
            return false;
        }

        if (Add is not null and not NewPage && Form.Page(Add) is { } on)
        {
            Input = new Fields { Place = on.Questions is [.., var last] ? last.Code : on.Code };
            return true;
        }

        return Add is null or NewPage;
    }

    private void Fill(QuestionDraft draft) =>
        Input = new Fields
        {
            Text = draft.Text,
            Help = draft.Help,
            Kind = draft.Kind,
            Required = draft.Required,
            Options = draft.Options,
            Rows = draft.Rows,
            Other = draft.Other,
            Least = draft.Least,
            Most = draft.Most,
            Segment = draft.Segment,
            Topics = draft.Topics,
            ShowIf = draft.ShowIf,
        };

    private Dictionary<string, string?> Stored()
    {
        var stored = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (Form.Question(Edit) is { } question)
        {
            stored["Text"] = question.Text.In(Language);
            if (question.HasRows)
            {
                stored["Rows"] = OptionLines.Write(question.Rows, Language);
            }

            if (question is { HasOptions: true, Kind: not QuestionKind.Statements })
            {
                stored["Options"] = OptionLines.Write(question.Options, Language);
            }
        }
        else if (Form.Page(Edit) is { } page)
        {
            stored["Title"] = page.Title.In(Language);
        }
        else if (Edit == WholeForm)
        {
            stored["Title"] = Form.Title.In(Language);
            stored["Introduction"] = Form.Introduction.In(Language);
            stored["Thanks"] = Form.Thanks.In(Language);
        }

        return stored;
    }
}
