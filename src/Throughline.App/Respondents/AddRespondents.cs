using Throughline.Feedback.Answering;
using Throughline.Feedback.Opinions;

namespace Throughline.App.Respondents;

public static class RespondentServices
{
    public static IServiceCollection AddRespondents(this IServiceCollection services) =>
        services
            .AddSingleton<RespondentWords>()
            .AddSingleton<ChosenLanguage>()
            .AddSingleton<PageFrame>()
            .AddSingleton<FormHtml>()
            .AddSingleton<EndHtml>()
            .AddSingleton<ParentHtml>()
            .AddSingleton<StatementOrder>()
            .AddSingleton<RoundDoor>()
            .AddSingleton<RespondentPages>()
            .AddSingleton<AnswerIntake>()
            .AddSingleton(new FloodGate.Limits())
            .AddSingleton<FloodGate>()
            .AddSingleton<TakeAnswer>();
}
