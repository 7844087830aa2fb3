using Throughline.Feedback.Answering;

namespace Throughline.App.Respondents;

public static class RespondentServices
{
    public static IServiceCollection AddRespondents(this IServiceCollection services) =>
        services
            .AddSingleton<RespondentWords>()
            .AddSingleton<PageFrame>()
            .AddSingleton<FormHtml>()
            .AddSingleton<EndHtml>()
            .AddSingleton<ParentHtml>()
            .AddSingleton<RoundDoor>()
            .AddSingleton<RespondentPages>()
            .AddSingleton<AnswerIntake>()
            .AddSingleton<TakeAnswer>();
}
